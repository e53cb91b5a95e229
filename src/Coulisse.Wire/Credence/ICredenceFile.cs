using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Credence;

/// <summary>A signed value that travels as a file of text: <see cref="CredenceFile"/>.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface ICredenceFile<TSelf> : IWireValue<TSelf>
    where TSelf : ICredenceFile<TSelf>
{
    /// <summary>What the file calls it.</summary>
    static abstract string Title { get; }

    /// <summary>The longest encoding, in bytes.</summary>
    static abstract int BytesMax { get; }

    /// <summary>The value in lines for people; it follows from the value alone.</summary>
    IEnumerable<string> Head();
}
