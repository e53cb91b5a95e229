using System.Globalization;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Signals.Rendering;

/// <summary>What differs between two signed-in readers of one page; everything else of it is rendered once and kept.</summary>
public enum HoleKind
{
    /// <summary>The value of the antiforgery field.</summary>
    Antiforgery = 1,

    /// <summary>The reader's display name.</summary>
    ViewerName,

    /// <summary>A fresh id for a form, so that sending it twice does its work once.</summary>
    SubmissionId,

    /// <summary>"true" or "false": this reader has voted +1 on the comment.</summary>
    VotedUp,

    /// <summary>"true" or "false": this reader has voted −1 on the comment.</summary>
    VotedDown,

    /// <summary>The vote that pressing "up" casts: 1, or 0 to take it back.</summary>
    NextUp,

    /// <summary>The vote that pressing "down" casts: −1, or 0 to take it back.</summary>
    NextDown,

    /// <summary>From here to <see cref="End"/> only for the author of the comment; the argument is the author's account.</summary>
    IfMine,

    /// <summary>From here to <see cref="End"/> for everybody but the author; the argument is the author's account.</summary>
    IfNotMine,

    /// <summary>From here to <see cref="End"/> only for a reader who may write (not suspended).</summary>
    IfMayWrite,

    /// <summary>From here to <see cref="End"/> only for moderators.</summary>
    IfModerator,

    /// <summary>From here to <see cref="End"/> only for editors.</summary>
    IfEditor,

    /// <summary>Closes the innermost condition.</summary>
    End,
}

/// <summary>A place in a kept page that is filled for each reader.</summary>
/// <param name="Number">The argument as a number, where the kind takes a comment; else 0.</param>
public readonly record struct Hole(HoleKind Kind, string Argument, long Number)
{
    /// <summary>Known to this process alone: nothing a person typed can pass for a mark.</summary>
    private static readonly string Secret = NewSecret();

    public bool IsCondition => Kind
        is HoleKind.IfMine or HoleKind.IfNotMine or HoleKind.IfMayWrite or HoleKind.IfModerator or HoleKind.IfEditor;

    internal static readonly string Start = "hole" + Secret + ".";
    internal const string Stop = ".eloh";

    /// <summary>The text that a component writes where the hole is to be: letters, digits and full stops only.</summary>
    public static string Mark(HoleKind kind, string argument = "") => $"{Start}{(int)kind}.{argument}{Stop}";

    private static bool TakesComment(HoleKind kind) =>
        kind is HoleKind.VotedUp or HoleKind.VotedDown or HoleKind.NextUp or HoleKind.NextDown;

    private static string NewSecret()
    {
        Span<byte> secret = stackalloc byte[16];
        new SystemRandom().Fill(secret);
        return Convert.ToHexStringLower(secret);
    }

    internal static Hole Parse(ReadOnlySpan<char> inside)
    {
        var dot = inside.IndexOf('.');
        var kind = (HoleKind)int.Parse(inside[..dot], CultureInfo.InvariantCulture);
        var argument = inside[(dot + 1)..];
        return new(kind, argument.ToString(), TakesComment(kind) ? long.Parse(argument, CultureInfo.InvariantCulture) : 0);
    }
}
