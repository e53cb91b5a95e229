using Coulisse.Crypto.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Group;
using Coulisse.Mls.Tests.Group;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>What a party says to a message, and goes on from where it stood.</summary>
internal static class Verdict
{
    internal static MlsError Refusal(this Party reader, Opaque message) =>
        Assert.IsType<ProcessResult.Rejected>(reader.Process(message)).Error;

    internal static void AssertTakes(this Party reader, Opaque message)
    {
        using var next = reader.Process(message) switch
        {
            ProcessResult.ApplicationMessage said => said.Next,
            ProcessResult.ProposalReceived proposed => proposed.Next,
            ProcessResult.CommitProcessed committed => committed.Next,
            ProcessResult.Rejected rejected => throw new InvalidOperationException(rejected.Error.ToString()),
            var other => throw new InvalidOperationException($"The message is {other}."),
        };
    }
}
