using Coulisse.Crypto.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Vault;

/// <summary>Which line a desk's own tables are of. It is told once, and never another: a vault's rooms of one line must
/// not become those of another because somebody exchanged files of credence.</summary>
internal static class FirstLine
{
    /// <summary>Whether it is this one, or none was told before; then it is kept with the next commit.</summary>
    internal static bool Is(IVault vault, LineId line)
    {
        using var kept = vault.Get(VaultTable.Lines, Opaque.Empty);
        if (kept is not null)
            return kept.Reveal().SequenceEqual(line.Value.Span);
        vault.Put(VaultTable.Lines, Opaque.Empty, line.Value.Span);
        return true;
    }
}
