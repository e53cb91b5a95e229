using System.Buffers;

namespace Coulisse.Signals.Rendering;

/// <summary>Fills a kept page's holes for one reader.</summary>
public interface IFilling
{
    /// <summary>Whether what stands under this condition is for this reader.</summary>
    bool Shows(Hole condition);

    /// <summary>Writes the hole's value, already safe inside an HTML attribute or text.</summary>
    void Write(Hole hole, IBufferWriter<byte> output);
}
