using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Accounts;

namespace Coulisse.Signals.Rendering;

/// <summary>Fills a kept page for one signed-in reader.</summary>
/// <param name="viewer">The reader; null fills a page that was drawn for guests.</param>
/// <param name="antiforgery">The request token for this reader's forms.</param>
/// <param name="votes">This reader's votes on the comments of the page, by comment number.</param>
public sealed class ViewerFilling(Viewer? viewer, string antiforgery, FrozenDictionary<long, int> votes,
    HtmlEncoder encoder, IRandomSource random) : IFilling
{
    private readonly string _antiforgery = encoder.Encode(antiforgery);

    public bool Shows(Hole condition) => condition.Kind switch
    {
        HoleKind.IfMine => viewer?.Id.Value == condition.Argument,
        HoleKind.IfNotMine => viewer?.Id.Value != condition.Argument,
        HoleKind.IfMayWrite => viewer is { MayWrite: true },
        HoleKind.IfModerator => viewer is { IsModerator: true },
        HoleKind.IfEditor => viewer is { IsEditor: true },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public void Write(Hole hole, IBufferWriter<byte> output)
    {
        switch (hole.Kind)
        {
            case HoleKind.VotedUp: output.Write(VoteOn(hole) > 0 ? "true"u8 : "false"u8); break;
            case HoleKind.VotedDown: output.Write(VoteOn(hole) < 0 ? "true"u8 : "false"u8); break;
            case HoleKind.NextUp: output.Write(VoteOn(hole) > 0 ? "0"u8 : "1"u8); break;
            case HoleKind.NextDown: output.Write(VoteOn(hole) < 0 ? "0"u8 : "-1"u8); break;
            case HoleKind.Antiforgery: Encoding.UTF8.GetBytes(_antiforgery, output); break;
            case HoleKind.ViewerName: Encoding.UTF8.GetBytes(encoder.Encode(viewer?.DisplayName ?? ""), output); break;
            case HoleKind.SubmissionId: Encoding.UTF8.GetBytes(NewSubmissionId(), output); break;
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    private int VoteOn(Hole hole) => votes.GetValueOrDefault(hole.Number);

    private string NewSubmissionId()
    {
        Span<byte> id = stackalloc byte[16];
        random.Fill(id);
        return Convert.ToHexStringLower(id);
    }
}
