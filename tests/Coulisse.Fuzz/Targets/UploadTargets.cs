using Coulisse.Signals.Items;
using Coulisse.Signals.Statements;
using Coulisse.Wire.Statements;
using NodaTime;

namespace Coulisse.Fuzz.Targets;

/// <summary>What an editor brings back from the keeper of the seal, as the page checks it: only what the seal signed of
/// this statement, and kept byte for byte.</summary>
internal static class UploadTargets
{
    private static readonly Instant Now = Instant.FromUtc(2031, 5, 4, 12, 0);

    private static readonly Item Item = new(new(1), CredenceWorld.Statement.Id.ToString(), ItemKind.Statement,
        ItemState.Draft, OriginalLanguage: null, Now, PublishAt: null, PublishZone: null, PublishedAt: null,
        WithdrawnAt: null, WithdrawalReason: null, ImportedFrom: null, OriginalAddress: null, Editions: []);

    public static IEnumerable<FuzzTarget> Of(CredenceWorld world) =>
    [
        new("upload-signed", InputForm.Lines, world.Signed, input => Signed(world, input))
        {
            Words = StatementTargets.Words,
            AllocatedFloor = 4 << 20, // It looks for the one byte that was changed.
            TimeMax = TimeSpan.FromSeconds(3),
        },
        new("upload-withdrawal", InputForm.Lines, [world.Withdrawn, world.Signed[0]],
            input => Withdrawal(world, input))
        {
            Words = StatementTargets.Words,
            AllocatedFloor = 4 << 20,
            TimeMax = TimeSpan.FromSeconds(3),
        },
    ];

    private static Answer Signed(CredenceWorld world, byte[] input) =>
        SignedUpload.Check(input, CredenceWorld.Statement, Item, world.Seal.PublicKey, Now) switch
        {
            SignedUpload.Fits fits => Kept(fits.File, input, world.Signed[0]),
            SignedUpload.Refused refused => Told(refused.Fault == SignedUploadFault.Altered, refused.Findings.Length),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static Answer Withdrawal(CredenceWorld world, byte[] input)
    {
        var latest = new SignedFile(1, IsWithdrawal: false, [.. world.Signed[0]],
            [.. world.Seal.PublicKey.Key.Value.Span], Now, []);
        return WithdrawalUpload.Check(input, latest, Now) switch
        {
            WithdrawalUpload.Fits fits => Kept(fits.File, input, world.Withdrawn),
            WithdrawalUpload.Refused refused =>
                Told(refused.Fault == WithdrawalUploadFault.Altered, refused.Findings.Length),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Answer Kept(SignedFile file, byte[] input, byte[] sealWrote) =>
        !input.AsSpan().SequenceEqual(sealWrote) ? new Answer.Broken("A file was taken that the seal did not sign.")
        : file.Bytes.AsSpan().SequenceEqual(input) ? Answer.Yes
        : new Answer.Broken("A file is not kept as it came.");

    private static Answer Told(bool isAltered, int findings) => isAltered == (findings > 0) ? Answer.No
        : new Answer.Broken("An altered file is refused without what was altered, or another one with it.");
}
