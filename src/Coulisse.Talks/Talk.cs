using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Caucus;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Ledgers;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Records;
using Coulisse.Talks.Rooms;
using Coulisse.Talks.Signals;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using Coulisse.Talks.Words;
using NodaTime;

namespace Coulisse.Talks;

/// <summary>
/// A room's talk: its messages, and what they come to. It holds the messages as a set, so whatever the order in which
/// they came, and however often, two desks with the same messages have the same views.
/// </summary>
public sealed class Talk
{
    private readonly ImmutableDictionary<MessageId, TranscriptEntry> entries;
    private readonly ImmutableDictionary<DelegateId, (Side Side, ulong Last)> authors;
    private readonly Lazy<MatterBook> book;
    private readonly Lazy<HashSet<MessageId>> references;

    private readonly Vouching vouches;
    private readonly ImmutableArray<RuleInForce> told;

    private Talk(ImmutableDictionary<MessageId, TranscriptEntry> entries,
        ImmutableDictionary<DelegateId, (Side Side, ulong Last)> authors, Side? caucusOf, Vouching vouches,
        TermsInForce terms, ImmutableArray<RuleInForce> told, Lazy<MatterBook>? book = null)
    {
        (this.entries, this.authors, this.vouches, this.told, Terms) = (entries, authors, vouches, told, terms);
        CaucusOf = caucusOf;
        this.book = book ?? new(() => MatterBook.Of(entries, caucusOf, vouches, told));
        references = new(() => [.. entries.Values.Select(entry => entry.Content.Act).OfType<TalkAct>()
            .SelectMany(act => act.References)]);
    }

    private Talk(Side? caucusOf, Vouching vouches)
        : this(ImmutableDictionary<MessageId, TranscriptEntry>.Empty,
            ImmutableDictionary<DelegateId, (Side Side, ulong Last)>.Empty, caucusOf, vouches, TermsInForce.None, [])
    {
    }

    /// <summary>Nothing was said, in a room of both sides; whoever looks holds no keys, so nothing counts as
    /// signed.</summary>
    public static Talk Empty { get; } = Room((_, _, _) => false);

    /// <summary>Nothing was said, in a room of both sides.</summary>
    /// <param name="vouches">Tells whether a signature on a record is its author's.</param>
    public static Talk Room(Vouching vouches) => new(null, vouches);

    /// <summary>Nothing was said, in a caucus of this side.</summary>
    public static Talk Caucus(Side side) => new(side, (_, _, _) => false);

    /// <summary>Whose caucus it is; null in a room of both sides.</summary>
    public Side? CaucusOf { get; }

    /// <summary>With one message more. One that is there changes nothing.</summary>
    public Talk After(TranscriptEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return After([entry]);
    }

    // The next words of somebody who has spoken, for which no act waits: what acts come to stays what it was, and a
    // long talk is not gone through again for each line.
    private static bool IsWordsAlone(TranscriptEntry entry,
        ImmutableDictionary<DelegateId, (Side Side, ulong Last)>.Builder authors) => entry.Content.Act is null
        && authors.TryGetValue(entry.Author.Id, out var known) && known.Side == entry.Author.Side
        && entry.Number > known.Last;

    /// <summary>With these as well.</summary>
    public Talk After(IEnumerable<TranscriptEntry> more)
    {
        ArgumentNullException.ThrowIfNull(more);
        var (all, who) = (entries.ToBuilder(), authors.ToBuilder());
        var isBookKept = book is { IsValueCreated: true, Value.Waiting.IsEmpty: true };
        foreach (var entry in more.Where(entry => !all.ContainsKey(entry.Id)))
        {
            isBookKept = isBookKept && IsWordsAlone(entry, who);
            all.Add(entry.Id, entry);
            who[entry.Author.Id] = (entry.Author.Side,
                Math.Max(entry.Number, who.GetValueOrDefault(entry.Author.Id).Last));
        }
        return all.Count == entries.Count ? this
            : new(all.ToImmutable(), who.ToImmutable(), CaucusOf, vouches, Terms, told,
                isBookKept ? book : null);
    }

    /// <summary>The terms that hold for whatever is said next.</summary>
    public TermsInForce Terms { get; }

    /// <summary>The same talk, going on under these terms.</summary>
    public Talk Under(TermsInForce terms) =>
        terms == Terms ? this : new(entries, authors, CaucusOf, vouches, terms, told, book);

    /// <summary>The same talk, in which its reader was told these rules of a caucus, which were set before they
    /// came.</summary>
    public Talk Told(ImmutableArray<RuleInForce> rules) =>
        rules.SequenceEqual(told) ? this : new(entries, authors, CaucusOf, vouches, Terms, rules);

    /// <summary>Whether an act refers to a message: what it rests on is not erased before it.</summary>
    public bool IsReferredTo(MessageId message) => references.Value.Contains(message);

    /// <summary>The message, or null.</summary>
    public TranscriptEntry? this[MessageId id] => entries.GetValueOrDefault(id);

    /// <summary>Every message, nothing before what its author had seen.</summary>
    public IEnumerable<TranscriptEntry> Transcript => new Causality(entries.Values, _ => true).InOrder(entries.Values);

    /// <summary>All matters, in the order in which they were opened.</summary>
    public ImmutableArray<Matter> Matters => book.Value.Matters;

    /// <summary>Acts that refer to something not here yet. They are shown as such, and count once it is.</summary>
    public ImmutableArray<Waiting> Waiting => book.Value.Waiting;

    /// <summary>Acts that came to nothing, each with why.</summary>
    public ImmutableArray<Ineffective> WithoutEffect => book.Value.WithoutEffect;

    /// <summary>The matter that this message opened, or null.</summary>
    public Matter? Of(MessageId matter) => Matters.FirstOrDefault(one => one.Id == matter);

    /// <summary>What this person's side could do next in a matter, with what keeps this person from it.</summary>
    public ImmutableArray<Possibility> Possible(Matter matter, Person who) =>
        Possibilities.In(matter, who, Terms, new(entries, CaucusOf, vouches, book.Value.Rules));

    /// <summary>What this person's side could open here.</summary>
    public ImmutableArray<Possibility> Openings(Person who) => Possibilities.Openings(who, Terms, CaucusOf);

    /// <summary>Questions about words.</summary>
    public ImmutableArray<QueryView> Queries => [.. Of(MatterKind.Query).Select(QueryView.Of)];

    /// <summary>What was read back, as it stands now.</summary>
    public ImmutableArray<ReadBackView> ReadBacks(Instant now) =>
        [.. Of(MatterKind.ReadBack).Select(matter => ReadBackView.Of(matter, now))];

    /// <summary>What words mean.</summary>
    public Glossary Glossary => new([.. Of(MatterKind.Term).Select(TermView.Of)]);

    /// <summary>The limits that each side has stated: a page of the line.</summary>
    public ImmutableArray<RedLineView> RedLines => [.. Of(MatterKind.RedLine).Select(RedLineView.Of)];

    /// <summary>What was promised, as it stands now.</summary>
    public ImmutableArray<CommitmentView> Commitments(Instant now) =>
        [.. Of(MatterKind.Commitment).Select(matter => CommitmentView.Of(matter, now))];

    /// <summary>What each side has still to do or to say within a day, or should have: the earliest first.</summary>
    public ImmutableArray<DueThing> Due(Instant now) => DueThings.Of(this, now);

    /// <summary>Situation reports, by rhythm.</summary>
    public ImmutableArray<RhythmView> Rhythms => [.. Of(MatterKind.Rhythm).Select(RhythmView.Of)];

    /// <summary>Situation reports that should have come by now and did not.</summary>
    public ImmutableArray<MissingReport> Missing(Instant now) => [.. Rhythms.SelectMany(one => one.Missing(now))];

    /// <summary>Who is whose opposite number.</summary>
    public ImmutableArray<CounterpartPair> Pairs => Counterparts.Of(Of(MatterKind.Counterpart));

    /// <summary>Remarks, by what they are about, in the order of their numbers.</summary>
    public ImmutableArray<RemarkView> Remarks => RemarkThreads.Of(Of(MatterKind.Remark));

    /// <summary>Who dissents, from what.</summary>
    public ImmutableArray<DissentView> Dissents =>
    [
        .. Of(MatterKind.Dissent).Select(matter => (matter, act: (TalkAct.DissentRecorded)matter.Steps[0].Act))
            .Select(one => new DissentView(one.matter.Id, one.matter.Opener, one.matter.Opening.Claimed,
                one.act.Subject.IsNone ? null : one.act.Subject, one.act.Text)),
    ];

    /// <summary>Drafts that may cross, may not, or wait.</summary>
    public ImmutableArray<ApprovalView> Approvals => [.. Of(MatterKind.Approval).Select(ApprovalView.Of)];

    /// <summary>In which other rooms our side's words need approval here.</summary>
    public ImmutableArray<RuleView> Rules => [.. Of(MatterKind.Rule).Select(RuleView.Of)];

    /// <summary>Those of them that nobody has lifted, and those that the reader was told.</summary>
    public IEnumerable<RuleInForce> RulesInForce => book.Value.Rules.InForce;

    /// <summary>By which mandates alone words for that room are approved here: all, where no rule is for it.</summary>
    public Mandate Approvers(Octets room) => RulesInForce.Where(rule => rule.Room == room)
        .Aggregate(MandateNames.All, (all, rule) => all & rule.Mandates);

    /// <summary>What one side would have the other say in the open.</summary>
    public ImmutableArray<SignalView> Signals(Instant now) =>
        [.. Of(MatterKind.Signal).Select(matter => SignalView.Of(matter, now))];

    /// <summary>What both publish in one minute.</summary>
    public ImmutableArray<ReleaseView> Releases(Instant now) =>
        [.. Of(MatterKind.Release).Select(matter => ReleaseView.Of(matter, now))];

    /// <summary>What was signed for the record, by one side or by both.</summary>
    public ImmutableArray<RecordView> Records => [.. Of(MatterKind.Record).Select(RecordView.Of)];

    /// <summary>What was proposed here as the terms of the line.</summary>
    public ImmutableArray<LineCharterView> LineCharters =>
        [.. Of(MatterKind.LineCharter).Select(LineCharterView.Of)];

    internal IEnumerable<Matter> Of(MatterKind kind) => Matters.Where(matter => matter.Kind == kind);

    internal IEnumerable<TranscriptEntry> Entries => entries.Values;
}
