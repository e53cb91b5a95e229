using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Tree;

/// <summary>Lists of extensions: RFC 9420 §13.4.</summary>
public static class Extensions
{
    /// <summary>The data of the extension of this type, or null.</summary>
    public static Opaque? Find(this TlsList<Extension> extensions, ExtensionType type)
    {
        foreach (var extension in extensions)
            if (extension.Type == type)
                return extension.Data;
        return null;
    }

    internal static TlsList<Extension> ReadExtensions(this ref TlsReader reader) =>
        reader.ReadList<Extension>(MlsLimits.ExtensionsBytesMax);
}
