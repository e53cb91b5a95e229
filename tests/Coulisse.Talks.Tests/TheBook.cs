using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;

namespace Coulisse.Talks.Tests;

/// <summary>protocol/talks.md prints the tables and the fields as they are in the code.</summary>
public sealed class TheBook
{
    private const string Begin = "<!-- talks:start -->\n";
    private const string End = "<!-- talks:end -->";

    [Fact]
    public void The_tables_are_what_the_book_prints()
    {
        var book = Path.Combine(Repository(), "protocol", "talks.md");
        var text = File.ReadAllText(book);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length,
            text.IndexOf(End, StringComparison.Ordinal));
        var printed = Fields() + Mandates() + string.Concat(Tables.All.Select(Print));
        if (Environment.GetEnvironmentVariable("COULISSE_WRITE") == "1")
            File.WriteAllText(book, text[..from] + printed + text[to..]);
        else
            Assert.True(text[from..to] == printed, "protocol/talks.md is out of date. Run this and commit: "
                + $"COULISSE_WRITE=1 dotnet run --project tests/Coulisse.Talks.Tests\n{printed}");
    }

    [Fact]
    public void Every_act_is_in_one_table_and_every_matter_ends_or_is_a_word_that_stays()
    {
        var openings = Enum.GetValues<ActKind>().Where(act => Tables.OpenedBy(act) is not null);
        var following = Tables.All.SelectMany(table => table.Strength);
        Assert.Equal(Enum.GetValues<ActKind>().Except([ActKind.ItemsSaid]).Order(),
            openings.Concat(following).Order());
        Assert.All(Tables.All, table => Assert.Equal(table.Strength.Order(), table.Moves
            .Where(move => move.From != Stage.Nothing).Select(move => move.Act).Distinct().Order()));
        // One stage and one act give one row, or the first would hide the second.
        Assert.All(Tables.All, table => Assert.Equal(table.Moves.Length,
            table.Moves.DistinctBy(move => (move.From, move.Act)).Count()));
    }

    [Fact]
    public void Every_refusal_has_a_sentence_of_its_own()
    {
        var sentences = Enum.GetValues<Refusal>().Select(RefusalWords.Of).ToArray();
        Assert.Equal(sentences.Length, sentences.Distinct().Count());
        Assert.All(sentences, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
    }

    private static string Fields()
    {
        var text = new StringBuilder("## The acts\n\n| kind | act | fields, from key 1 |\n|---|---|---|\n");
        foreach (var kind in Enum.GetValues<ActKind>())
        {
            var type = typeof(TalkAct).GetNestedType(kind.ToString())!;
            var parameters = type.GetConstructors().Single(one => one.GetParameters() is not [var only]
                || only.ParameterType != type).GetParameters();
            text.Append(CultureInfo.InvariantCulture,
                $"| {(int)kind} | {kind} | {string.Join(", ", parameters.SelectMany(one => Of(one, type)))} |\n");
        }
        return text.Append('\n').ToString();
    }

    private static IEnumerable<string> Of(ParameterInfo field, Type act) =>
        field.ParameterType == typeof(RedLineText)
            ? ["act words", "threshold words", "consequence words", "scope words", "certainty 1 to 3"]
        : field.ParameterType == typeof(Charter)
            ? ["purpose text", "excluded text?", "mayknow text", "record 1 to 2", "retentiondays number",
                "quoting 1 to 3", "mayconsent mandates", "end text"]
        : field.ParameterType == typeof(AgreedMoment) ? ["due local moment", "east minutes", "zone text"]
        : (act.Name, field.Name) is (nameof(TalkAct.RuleSet) or nameof(TalkAct.ApprovalAsked), "Room")
            ? [$"room {ActLimits.RoomBytes} bytes"]
        : act == typeof(TalkAct.RecordProposed) && field.Name == "Passage" ? ["passage ids"]
        : field.ParameterType == typeof(Octets) && field.Name is "Authors" or "Signature"
            ? [$"{field.Name.ToLowerInvariant()} bytes"]
        : [$"{field.Name!.ToLowerInvariant()} {TypeOf(field.ParameterType)}{(IsOptional(field, act) ? "?" : "")}"];

    private static bool IsOptional(ParameterInfo field, Type act) => (act.Name, field.Name) is
        ("TermHasNoEquivalent", "Remark") or ("RedLineWithdrawn", "Reason") or ("CommitmentWithdrawn", "Reason")
        or ("CommitmentJudged", "Remark") or ("SituationReported", "Changes" or "Expected" or "Wishes")
        or ("DissentRecorded", "Subject") or ("SignalRefused", "Reason") or ("ReleaseCalledOff", "Reason")
        or ("RecordProposed", "Minutes") or ("RecordDeclined", "Reason")
        or ("LineCharterDeclined", "Reason") or ("RuleSet", "Mandates");

    private static string TypeOf(Type type) =>
        type == typeof(MessageId) ? "id" : type == typeof(string) ? "text" : type == typeof(DelegateId) ? "delegate"
        : type == typeof(ImmutableArray<Wording>) ? "words"
        : type == typeof(ImmutableArray<ImmutableArray<Wording>>) ? "items"
        : type == typeof(ImmutableArray<ItemUnderstood>) ? "numbered items" : type == typeof(TextRange) ? "range"
        : type == typeof(Instant) ? "moment" : type == typeof(Octets) ? "32 bytes" : type == typeof(bool) ? "flag"
        : type == typeof(Mandate) ? "mandates" : type == typeof(int) ? "integer" : "number";

    private static string Mandates()
    {
        var text = new StringBuilder("## Mandates\n\n| right | one of |\n|---|---|\n");
        foreach (var right in Enum.GetValues<Right>().Where(right => right != Right.AsAsked))
            text.Append(CultureInfo.InvariantCulture, $"| {right} | {Rights.Of(right)} |\n");
        return text.Append('\n').ToString();
    }

    private static string Print(Table table)
    {
        var text = new StringBuilder($"## {table.Kind}\n\n");
        if (table.Strength.Length > 1)
            text.Append("Of acts that crossed: ").AppendJoin(", ", table.Strength).Append(".\n\n");
        text.Append("| from | act | whose | right | to |\n|---|---|---|---|---|\n");
        foreach (var move in table.Moves)
            text.Append(CultureInfo.InvariantCulture,
                $"| {move.From} | {move.Act} | {move.By} | {move.Needs} | {move.To} |\n");
        return text.Append('\n').ToString();
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Coulisse.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("This is not built inside the repository.");
        return folder.FullName;
    }
}
