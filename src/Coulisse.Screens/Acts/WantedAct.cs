using Coulisse.Door;

namespace Coulisse.Screens.Acts;

/// <summary>An act that somebody has begun.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Right">What a mandate has to allow for it.</param>
/// <param name="About">The message that it is about; or null.</param>
/// <param name="Matter">The matter that it belongs to; or null.</param>
/// <param name="Quote">Words that were marked; or null.</param>
/// <param name="In">The room of the message that it is about, if it is another than the one in which it is
/// done.</param>
/// <param name="Remark">The number of the remark that it answers; or null.</param>
/// <param name="Into">The room of both sides that it is for, until another is chosen; or null.</param>
public sealed record WantedAct(string Kind, string Right, MessageAnswer? About = null, MatterAnswer? Matter = null,
    MarkedWords? Quote = null, string? In = null, ulong? Remark = null, string? Into = null)
{
    /// <summary>The message that it speaks of, by its number.</summary>
    public ulong? To => Matter is { } matter ? Sheets.IsOfVersion(Kind) ? matter.Version : matter.Number
        : About?.Order ?? Remark;
}
