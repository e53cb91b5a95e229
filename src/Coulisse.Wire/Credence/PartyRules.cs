using System.Text;
using Coulisse.Wire.Text;

namespace Coulisse.Wire.Credence;

/// <summary>What a party's name may be.</summary>
public static class PartyRules
{
    /// <summary>The longest name, in bytes of UTF-8.</summary>
    public const int NameBytesMax = 200;

    /// <summary>
    /// Whether this is a party's name: one line of plain text, 1 to <see cref="NameBytesMax"/> bytes.
    /// </summary>
    public static bool IsName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length <= NameBytesMax && PlainText.IsGoodLine(name)
            && Encoding.UTF8.GetByteCount(name) <= NameBytesMax;
    }
}
