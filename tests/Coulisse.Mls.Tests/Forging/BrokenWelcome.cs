using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tests.Group;
using Coulisse.Mls.Tree;
using Coulisse.Mls.Welcomes;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>One way in which a welcome breaks a rule.</summary>
internal sealed record BrokenWelcome(string Name, string Section, MlsErrorCode Code, Func<Room, ForgedWelcome> Break)
{
    /// <summary>The same welcome with nothing wrong, which lets in; null if the class has one for all its
    /// rows.</summary>
    internal Func<Room, ForgedWelcome>? Whole { get; init; }

    internal static readonly IReadOnlyList<BrokenWelcome> All =
    [
        new("a group info signed by a stranger", "12.4.3", MlsErrorCode.WelcomeSignature, room => new()
        {
            SignedInfo = info => info.SignedBy(room[0].Suite, room.Stranger("nobody").Signer),
        }),
        new("a group info signed by another member than it says", "12.4.3", MlsErrorCode.WelcomeSignature, _ => new()
        {
            Info = info => info with { Signer = new(1) },
        }),
        new("a group info signed from a blank place", "12.4.3", MlsErrorCode.WelcomeSignerNotMember, _ => new()
        {
            Info = info => info with { Signer = new(6) },
        }),
        new("a group info signed from outside the tree", "12.4.3", MlsErrorCode.WelcomeSignerNotMember, _ => new()
        {
            Info = info => info with { Signer = new(uint.MaxValue) },
        }),
        new("a confirmation tag of another epoch", "12.4.3.1", MlsErrorCode.WelcomeConfirmationTag, room => new()
        {
            SignedInfo = info => (info with { ConfirmationTag = Forger.Flipped(info.ConfirmationTag) })
                .SignedBy(room[0].Suite, room[0].Signer),
        }),
        new("a tree that is not the context's", "12.4.3.1", MlsErrorCode.TreeHash, _ => new()
        {
            Info = info => info with
            {
                Context = info.Context with { TreeHash = Forger.Flipped(info.Context.TreeHash) },
            },
        }),
        new("a context of another suite", "12.4.3.1", MlsErrorCode.WelcomeCiphersuiteMismatch, _ => new()
        {
            Info = info => info with { Context = info.Context with { Ciphersuite = new(3) } },
        }),
        new("a context's extension that the joiner does not support", "13.4",
            MlsErrorCode.WelcomeContextExtensionUnsupported, _ => new()
            {
                Info = info => info with
                {
                    Context = info.Context with { Extensions = [new Extension(new(0xf999), default)] },
                },
            }),
        new("a context's extension of one type twice", "13.4", MlsErrorCode.ExtensionTwice, _ => new()
        {
            Info = info => info with
            {
                Context = info.Context with { Extensions = [BrokenProposals.Charter, BrokenProposals.Charter] },
            },
        })
        {
            Whole = _ => new()
            {
                Info = info => info with { Context = info.Context with { Extensions = [BrokenProposals.Charter] } },
            },
        },
        new("a group info's extension of one type twice", "13.4", MlsErrorCode.ExtensionTwice, _ => new()
        {
            Info = info => info with { Extensions = [.. info.Extensions.Span, info.Extensions[0]] },
        }),
        new("no tree at all", "12.4.3.3", MlsErrorCode.WelcomeTreeMissing, _ => new()
        {
            Info = info => info with { Extensions = [] },
        }),
        new("a path secret that does not give the tree's keys", "12.4.3.1", MlsErrorCode.WelcomePathSecret, _ => new()
        {
            Secrets = secrets => new(secrets.JoinerSecret, SecretBytes.CopyOf(new byte[32]), []),
        }),
        new("a path secret of a wrong length", "12.4.3.1", MlsErrorCode.WelcomeSecretLength, _ => new()
        {
            Secrets = secrets => new(secrets.JoinerSecret, SecretBytes.CopyOf(new byte[31]), []),
        }),
        new("a resumption key", "12.4.3.1", MlsErrorCode.WelcomePskUnsupported, _ => new()
        {
            Secrets = secrets => new(secrets.JoinerSecret, secrets.PathSecret, [new PreSharedKeyId.Resumption(
                ResumptionPskUsage.Branch, new(Opaque.CopyOf([1])), new(0), Opaque.Zeros(32))]),
        }),
        new("a pre-shared key that the joiner has not", "12.4.3.1", MlsErrorCode.WelcomePskUnknown, _ => new()
        {
            Secrets = secrets => new(secrets.JoinerSecret, secrets.PathSecret,
                [new PreSharedKeyId.External(Opaque.CopyOf([1]), Opaque.Zeros(32))]),
        }),
        new("secrets that do not open", "12.4.3.1", MlsErrorCode.WelcomeUndecryptableSecrets, _ => new()
        {
            Whole = welcome => welcome with
            {
                Secrets = [welcome.Secrets[0] with
                {
                    Sealed = welcome.Secrets[0].Sealed with
                    {
                        Ciphertext = Forger.Flipped(welcome.Secrets[0].Sealed.Ciphertext),
                    },
                }],
            },
        }),
        new("another joiner secret than the group info's", "12.4.3.1", MlsErrorCode.WelcomeUndecryptableGroupInfo,
            _ => new() { Secrets = secrets => new(SecretBytes.CopyOf(new byte[32]), secrets.PathSecret, []) }),
        new("a welcome for somebody else", "12.4.3.1", MlsErrorCode.WelcomeNotForUs, _ => new()
        {
            Whole = welcome => welcome with
            {
                Secrets = [welcome.Secrets[0] with { NewMember = new(Opaque.Zeros(32)) }],
            },
        }),
        Empty("an empty signature of the group info", "12.4.3", MlsErrorCode.WelcomeSignature, new()
        {
            SignedInfo = info => info with { Signature = Opaque.Empty },
        }),
        new("an empty confirmation tag of the group info", "12.4.3.1", MlsErrorCode.WelcomeConfirmationTag, room =>
            new()
            {
                SignedInfo = info => (info with { ConfirmationTag = Opaque.Empty })
                    .SignedBy(room[0].Suite, room[0].Signer),
            }) { Whole = _ => new() },
        Empty("an empty tree hash", "12.4.3.1", MlsErrorCode.TreeHash, new()
        {
            Info = info => info with { Context = info.Context with { TreeHash = Opaque.Empty } },
        }),
        Empty("an empty joiner secret", "12.4.3.1", MlsErrorCode.WelcomeSecretLength, new()
        {
            Secrets = secrets => new(SecretBytes.CopyOf([]), secrets.PathSecret, []),
        }),
        Empty("an empty path secret of a welcome", "12.4.3.1", MlsErrorCode.WelcomeSecretLength, new()
        {
            Secrets = secrets => new(secrets.JoinerSecret, SecretBytes.CopyOf([]), []),
        }),
        Empty("a welcome for nobody", "12.4.3.1", MlsErrorCode.WelcomeNotForUs, new()
        {
            Whole = welcome => welcome with { Secrets = [] },
        }),
        new("a suite that nobody speaks", "12.4.3.1", MlsErrorCode.WelcomeCiphersuiteUnsupported, _ => new()
        {
            Whole = welcome => welcome with { Ciphersuite = new(0x1a1a) },
        }),
        new("a suite that is not the key package's", "12.4.3.1", MlsErrorCode.WelcomeCiphersuiteMismatch, _ => new()
        {
            Whole = welcome => welcome with { Ciphersuite = new(3) },
        }),
    ];

    private static BrokenWelcome Empty(string name, string section, MlsErrorCode code, ForgedWelcome broken) =>
        new(name, section, code, _ => broken) { Whole = _ => new() };
}
