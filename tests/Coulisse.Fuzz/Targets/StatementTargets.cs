using Coulisse.Wire.Statements;

namespace Coulisse.Fuzz.Targets;

/// <summary>Statements and their withdrawals: <c>protocol/statement.md</c>.</summary>
internal static class StatementTargets
{
    internal static readonly string[] Words =
        ["COULISSE STATEMENT 1\n", "Party: Aldermark\n", "Edition: en authentic\n", "%% SEAL\n", "%% ", "Title: x\n"];

    public static IEnumerable<FuzzTarget> Of(CredenceWorld world) =>
    [
        new("statement-signed", InputForm.Lines, world.Signed, input => Signed(world, input))
        {
            Words = Words,
            AllocatedFloor = 4 << 20, // It looks for the one byte that was changed.
            TimeMax = TimeSpan.FromSeconds(3),
        },
        new("statement-withdrawn", InputForm.Lines, [world.Withdrawn], input => Withdrawn(world, input))
        {
            Words = Words,
            AllocatedFloor = 4 << 20,
            TimeMax = TimeSpan.FromSeconds(3),
        },
        new("statement-unsigned", InputForm.Lines, [UnsignedStatementFile.Write(CredenceWorld.Statement)], Unsigned)
        {
            Words = Words,
        },
    ];

    private static Answer Signed(CredenceWorld world, byte[] input) =>
        SignedStatementFile.Verify(input) is not StatementVerification.Genuine ? Answer.No
        : world.Signed.Any(one => one.AsSpan().SequenceEqual(input)) ? Answer.Yes
        : new Answer.Broken("A statement was taken that nobody signed.");

    private static Answer Withdrawn(CredenceWorld world, byte[] input) =>
        WithdrawalFile.Verify(input) is WithdrawalVerification.Genuine ? Answer.Again(world.Withdrawn) : Answer.No;

    private static Answer Unsigned(byte[] input) =>
        UnsignedStatementFile.Read(input) is StatementReading.Read { Statement: var statement }
            ? Answer.Again(UnsignedStatementFile.Write(statement)) : Answer.No;
}
