using System.Text;
using Coulisse.Crypto.Codec;

namespace Coulisse.Crypto.Signatures;

/// <summary>
/// What a signature is for. It stands in front of the signed content, so that a signature made for one purpose can
/// never be shown as one for another: RFC 9420 §5.1.2, with our own prefix in place of "MLS 1.0 ".
/// </summary>
public sealed record SignatureLabel
{
    /// <summary>The prefix of every label of ours.</summary>
    public const string Prefix = "Coulisse 1.0 ";

    private SignatureLabel(string whole)
    {
        Text = whole;
        Bytes = Opaque.CopyOf(Encoding.ASCII.GetBytes(whole));
    }

    /// <summary>The whole label, prefix included.</summary>
    public string Text { get; }

    internal Opaque Bytes { get; }

    /// <summary>A label of ours; <paramref name="purpose"/> is 1 to 64 printable ASCII characters.</summary>
    public static SignatureLabel For(string purpose)
    {
        ArgumentException.ThrowIfNullOrEmpty(purpose);
        if (purpose.Length > 64 || purpose.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            throw new ArgumentException("A purpose is 1 to 64 printable ASCII characters.", nameof(purpose));
        return new SignatureLabel(Prefix + purpose);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
