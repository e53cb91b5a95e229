using Coulisse.Desk.Verbs;
using Coulisse.Wire.Records;

namespace Coulisse.Fuzz.Targets;

/// <summary>Records that both parties signed (<c>protocol/record.md</c>), and reports that are compared with what was
/// said.</summary>
internal static class RecordTargets
{
    public static IEnumerable<FuzzTarget> All() =>
    [
        new("record-file", InputForm.Lines,
            [Root.Bytes("tests/Coulisse.Wire.Tests/corpus", "records", "record.txt")], File)
        {
            Words = ["%% RECORD 1", "%% END", "%% second-", "Part: 2 of 4\n", "| ", "\\u{202e}", "Lines: 1\n"],
            AllocatedFloor = 16 << 20, // It looks for the one byte that was changed.
            TimeMax = TimeSpan.FromSeconds(5),
        },
        new("leak-report", InputForm.Json,
            ["{\"editions\":[{\"language\":\"en\",\"title\":\"t\",\"body\":[\"They met.\",\"Twice.\"]}]}"u8.ToArray()],
            input => Answer.If(ReportText.Of(input) is not null)),
    ];

    /// <summary>What is genuine is written as it was read; nobody but the two signed anything.</summary>
    private static Answer File(byte[] input)
    {
        if (RecordFile.Verify(input) is not RecordVerification.Genuine { Record: var record })
            return Answer.No;
        return Answer.Again(RecordFile.Write(record.Terms.Room, record.Terms.Parties, record.Parts, record.Signatures));
    }
}
