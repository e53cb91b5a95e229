using System.Collections.Immutable;
using System.Security.Cryptography;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Contents;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;

namespace Coulisse.Talks.Tests.Scenes;

/// <summary>A talk that goes on: each speaks having seen all that was said, unless a story says otherwise.</summary>
internal sealed class Scene
{
    private readonly Dictionary<DelegateId, ulong> last = [];

    internal static readonly Instant Morning = Instant.FromUtc(2031, 5, 5, 8, 0);

    internal Scene(Side? caucusOf = null) => Talk = caucusOf is { } side ? Talk.Caucus(side) : Room;

    /// <summary>A room in which a signature is a hash of signer and passage: a desk looks at keys.</summary>
    internal static Talk Room { get; } = Talk.Room((signing, _, passage) =>
        (signing.Content.Act switch
        {
            TalkAct.RecordProposed act => act.Signature,
            TalkAct.RecordCountersigned act => act.Signature,
            TalkAct.LineCharterProposed act => act.Signature,
            TalkAct.LineCharterAgreed act => act.Signature,
            _ => Octets.Empty,
        }) is var signature && (signature == RandomAct.AnybodysSignature
            || signature == Sign(signing.Author, passage.Select(one => one.Id))));

    /// <summary>Such a signature.</summary>
    internal static Octets Sign(Person by, IEnumerable<MessageId> passage) => Octets.CopyOf(
        SHA256.HashData([.. by.Id.ToBytes(), .. passage.SelectMany(one => one.ToBytes())]));

    internal Talk Talk { get; private set; }

    internal List<TranscriptEntry> Said { get; } = [];

    /// <summary>How far everybody has seen everybody.</summary>
    internal ImmutableArray<Head> Heads => [.. last.Select(one => new Head(one.Key, one.Value))];

    /// <summary>What is said from here on is said under these terms.</summary>
    internal void Under(TermsInForce terms) => Talk = Talk.Under(terms);

    /// <summary>The words of a message go, as the terms say.</summary>
    internal void Erase(MessageId message)
    {
        var at = Said.FindIndex(entry => entry.Id == message);
        Said[at] = Said[at] with { Content = MessageContent.Of(Salt, En("")), IsErased = true };
        Talk = (Talk.CaucusOf is { } side ? Talk.Caucus(side) : Room).Under(Talk.Terms).After(Said);
    }

    internal static ImmutableArray<Wording> En(string text) => [new("en", text)];

    internal MessageId Says(Person who, string text, string language = "en") =>
        Says(who, [new Wording(language, text)]);

    internal MessageId Says(Person who, ImmutableArray<Wording> words) =>
        Add(who, MessageContent.Of(Salt, words), Heads);

    /// <summary>Does what they may.</summary>
    internal MessageId Does(Person who, TalkAct act)
    {
        Assert.Null(Refuses(who, act));
        return Does(who, act, Heads);
    }

    /// <summary>Does it, allowed or not, having seen so much.</summary>
    internal MessageId Does(Person who, TalkAct act, ImmutableArray<Head> seen) =>
        Add(who, MessageContent.Of(Salt, act, En("(an act)")), seen);

    internal Refusal? Refuses(Person who, TalkAct act) => TalkActs.May(act, Talk, who, Now(who));

    // By the clock that the next message of this person will have.
    private Instant Now(Person who) =>
        Morning + Duration.FromMinutes((long)last.GetValueOrDefault(who.Id) + 1);

    internal static Octets Salt => Octets.CopyOf(new byte[ContentLimits.SaltBytes]);

    internal static TranscriptEntry Entry(Person who, ulong number, MessageContent content, ImmutableArray<Head> seen)
    {
        var hash = SHA256.HashData([.. who.Id.ToBytes(), .. BitConverter.GetBytes(number),
            .. ContentWriting.Bytes(content)]);
        return new(MessageId.From(hash), who, number, seen, Morning + Duration.FromMinutes((long)number),
            content);
    }

    private MessageId Add(Person who, MessageContent content, ImmutableArray<Head> seen)
    {
        var number = last.GetValueOrDefault(who.Id) + 1;
        var entry = Entry(who, number, content, seen) with { Terms = Talk.Terms };
        last[who.Id] = number;
        Said.Add(entry);
        Talk = Talk.After(entry);
        return entry.Id;
    }
}
