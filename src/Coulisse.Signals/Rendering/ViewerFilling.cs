using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
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
        var text = hole.Kind switch
        {
            HoleKind.Antiforgery => encoder.Encode(antiforgery),
            HoleKind.ViewerName => encoder.Encode(viewer?.DisplayName ?? ""),
            HoleKind.SubmissionId => NewSubmissionId(),
            HoleKind.VotedUp => VoteOn(hole) > 0 ? "true" : "false",
            HoleKind.VotedDown => VoteOn(hole) < 0 ? "true" : "false",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        Encoding.UTF8.GetBytes(text, output);
    }

    private int VoteOn(Hole hole) =>
        votes.GetValueOrDefault(long.Parse(hole.Argument, CultureInfo.InvariantCulture));

    private string NewSubmissionId()
    {
        Span<byte> id = stackalloc byte[16];
        random.Fill(id);
        return Convert.ToHexStringLower(id);
    }
}
