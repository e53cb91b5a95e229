using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Group;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Group;

/// <summary>Several parties in one group, all of the same epoch.</summary>
internal sealed class Room : IDisposable
{
    private readonly IRandomSource random;
    private readonly Ciphersuite suite;
    private readonly Capabilities? capabilities;

    internal Room(int members, Ciphersuite suite, ulong seed = 1, Credential? credential = null,
        Capabilities? capabilities = null)
    {
        this.suite = suite;
        this.capabilities = capabilities;
        random = new SeededRandom(seed);
        for (var member = 0; member < members; member++)
            Parties.Add(new Party($"office {member}", suite, random, null, credential, capabilities));
        Parties[0].Create("room");
        if (members > 1)
            Add([.. Parties.Skip(1)]);
    }

    internal List<Party> Parties { get; } = [];

    internal Party this[int place] => Parties[place];

    internal Party Stranger(string name) => new(name, suite, random, capabilities: capabilities);

    /// <summary>The first party adds these by value; the others follow.</summary>
    internal void Add(params Party[] joining)
    {
        var bundles = joining.Select(party => party.Package()).ToList();
        var made = Parties[0].Commit(new CommitOptions
        {
            Now = Party.Now,
            ByValue = TlsList.From(bundles.Select(bundle => (Proposal)new Proposal.Add(bundle.Package))),
        });
        foreach (var party in Parties.Skip(1).Except(joining))
            party.Take<ProcessResult.CommitProcessed>(made.Message);
        for (var place = 0; place < joining.Length; place++)
            joining[place].Join(made.Welcome!.Value, bundles[place]);
        Parties.AddRange(joining.Except(Parties));
    }

    /// <summary>One commits, all others follow.</summary>
    internal void Commit(int committer, CommitOptions? options = null)
    {
        var made = Parties[committer].Commit(options);
        foreach (var party in Parties.Where((_, place) => place != committer))
            party.Take<ProcessResult.CommitProcessed>(made.Message);
    }

    internal void Propose(int proposer, Proposal proposal) =>
        Spread(proposer, Parties[proposer].Propose(proposal).Message);

    internal void Spread(int from, Opaque proposal)
    {
        foreach (var party in Parties.Where((_, place) => place != from))
            party.Take<ProcessResult.ProposalReceived>(proposal);
    }

    internal void AssertAgreed()
    {
        Assert.Single(Parties.Select(party => party.Authenticator()).Distinct());
        foreach (var speaker in Parties)
        {
            var message = speaker.Say("one word");
            foreach (var listener in Parties.Where(party => party != speaker))
                Assert.Equal("one word", listener.Hear(message));
        }
    }

    public void Dispose()
    {
        foreach (var party in Parties)
            party.Dispose();
    }
}
