using System.Security.Cryptography;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Framing;

/// <summary>What a member said. It stands in records, so it prints its size and never its content.</summary>
public sealed class ApplicationData : ITlsStruct<ApplicationData>, IEquatable<ApplicationData>
{
    private readonly byte[] bytes;

    private ApplicationData(byte[] bytes) => this.bytes = bytes;

    /// <summary>How many bytes.</summary>
    public int Length => bytes.Length;

    /// <summary>The content.</summary>
    public ReadOnlySpan<byte> Span => bytes;

    /// <summary>A copy of <paramref name="content"/>.</summary>
    public static ApplicationData CopyOf(ReadOnlySpan<byte> content) => new(content.ToArray());

    /// <inheritdoc/>
    public static ApplicationData Read(ref TlsReader reader) =>
        CopyOf(reader.ReadVector(MlsLimits.ApplicationDataBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer) => writer.WriteVector(bytes);

    /// <summary>Overwrites the content, when whoever read it is done.</summary>
    public void Wipe() => CryptographicOperations.ZeroMemory(bytes);

    public bool Equals(ApplicationData? other) => other is not null && Span.SequenceEqual(other.Span);

    public override bool Equals(object? obj) => Equals(obj as ApplicationData);

    public override int GetHashCode() => Length;

    public override string ToString() => $"text of {Length} bytes";
}
