using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Contents;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using CsCheck;
using NodaTime;
using static Coulisse.Talks.Tests.Scenes.Scene;

namespace Coulisse.Talks.Tests.Scenes;

/// <summary>Talks in which anybody says anything, fitting or not, having seen more or less of the others.</summary>
internal sealed class RandomTalk
{
    private readonly Queue<int> choices;
    private readonly List<TranscriptEntry> said = [];
    private readonly Dictionary<DelegateId, ulong> last = [];

    private RandomTalk(IEnumerable<int> choices) => this.choices = new(choices);

    /// <summary>The messages of such a talk, in an order in which each could be written.</summary>
    internal static Gen<List<TranscriptEntry>> Any { get; } =
        Gen.Int[0, 1_000_000].Array[40, 1_500].Select(choices => new RandomTalk(choices).Play());

    /// <summary>One of them, for ever the same.</summary>
    internal static List<TranscriptEntry> Of(int seed)
    {
        var random = new Random(seed);
        return new RandomTalk(Enumerable.Range(0, 1_500).Select(_ => random.Next())).Play();
    }

    private List<TranscriptEntry> Play()
    {
        while (choices.Count > 0)
            Add(Pick(2) == 0 ? Pick(Speakers) : Pick(People.All), Pick(6) == 0 ? Words() : ActContent());
        return said;
    }

    private static readonly Person[] Speakers = [People.Adviser, People.Secretary];

    private int Pick(int count) => choices.TryDequeue(out var choice) ? choice % count : 0;

    private T Pick<T>(IReadOnlyList<T> from) => from[Pick(from.Count)];

    private void Add(Person who, MessageContent content)
    {
        var number = last.GetValueOrDefault(who.Id) + 1;
        // Most authors have seen all, the others something.
        var seesAll = Pick(4) != 0;
        ImmutableArray<Head> seen =
            [.. last.Select(one => new Head(one.Key, seesAll ? one.Value : (ulong)Pick((int)one.Value + 1)))];
        last[who.Id] = number;
        said.Add(Entry(who, number, content, seen));
    }

    private MessageContent Words() => MessageContent.Of(Salt, En($"The line holds {Pick(100)}."));

    private MessageContent ActContent()
    {
        var kinds = Enum.GetValues<ActKind>();
        // A little of everything, and much of what belongs to something that was said.
        var openings = said.Where(entry => entry.Content.Act is { Matter.IsNone: true }).TakeLast(3).ToArray();
        var about = said.Count == 0 ? null : openings.Length == 0 || Pick(4) == 0 ? Pick(said) : Pick(openings);
        var kind = about?.Content.Act is { } act && Pick(6) != 0 ? Pick(Following(act.Kind)) : Pick(kinds);
        var words = said.Where(entry => entry.Content.Act is null).TakeLast(3).ToArray();
        if (kind is ActKind.QueryAsked && words.Length > 0)
            about = Pick(words);
        var made = RandomAct.Of(kind, about?.Id ?? new(1, 1), Version(about), Pick);
        return MessageContent.Of(Salt, made, En("(an act)"));
    }

    private static ActKind[] Following(ActKind kind) =>
        [.. Enum.GetValues<ActKind>().Where(other => (int)other / 10 == (int)kind / 10)];

    private MessageId Version(TranscriptEntry? about)
    {
        var versions = said.Where(entry => entry.Id == about?.Id || entry.Content.Act?.Matter == about?.Id).ToArray();
        return versions.Length == 0 ? new(2, 2)
            : versions.LastOrDefault(one => one.Content.Act is { } act && Tables.BringsVersion(act.Kind)) is { } last
                && Pick(3) != 0 ? last.Id : Pick(versions).Id;
    }
}
