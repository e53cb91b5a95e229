using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Schedule;

namespace Coulisse.Mls.Group;

/// <summary>Finds the pre-shared keys that a commit or a welcome names, and combines them: RFC 9420 §8.4.</summary>
internal static class PskLookup
{
    /// <summary>For a commit in this state.</summary>
    internal static SecretBytes Combine(MlsClient client, GroupState state, IReadOnlyList<PreSharedKeyId> ids) =>
        Combine(state.Epoch.Suite, ids, id => id switch
        {
            PreSharedKeyId.External external => client.FindPsk(external.Id),
            PreSharedKeyId.Resumption resumption => Resumed(client, state, resumption),
            _ => null,
        }, MlsErrorCode.ProposalPskUnknown);

    /// <summary>For a welcome, before there is any state.</summary>
    internal static SecretBytes Combine(MlsClient client, Ciphersuite suite, IReadOnlyList<PreSharedKeyId> ids) =>
        Combine(suite, ids, id => id is PreSharedKeyId.External external ? client.FindPsk(external.Id) : null,
            MlsErrorCode.WelcomePskUnknown);

    private static SecretBytes? Resumed(MlsClient client, GroupState state, PreSharedKeyId.Resumption id)
    {
        if (!client.KeepsResumptionKeys)
            throw new MlsRejection(MlsErrorCode.ProposalResumptionUnsupported, "8.6",
                "This client keeps no resumption keys.");
        if (id.GroupId != state.Epoch.Context.GroupId)
            return null;
        var secrets = id.Epoch == state.Epoch.Context.Epoch
            ? state.Epoch.Secrets
            : state.Past.FirstOrDefault(past => past.Context.Epoch == id.Epoch)?.Secrets;
        return secrets is { Resumption.IsErased: false } ? SecretBytes.CopyOf(secrets.Resumption.Reveal()) : null;
    }

    private static SecretBytes Combine(Ciphersuite suite, IReadOnlyList<PreSharedKeyId> ids,
        Func<PreSharedKeyId, SecretBytes?> find, MlsErrorCode unknown)
    {
        var found = new List<InjectedPsk>();
        try
        {
            foreach (var id in ids)
            {
                found.Add(new InjectedPsk(id.Encode(), find(id)
                    ?? throw new MlsRejection(unknown, "8.4", "A pre-shared key is not known here.")));
            }
            return suite.CombinePsks(found);
        }
        finally
        {
            foreach (var psk in found)
                psk.Secret.Dispose();
        }
    }
}
