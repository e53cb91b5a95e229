using System.Globalization;
using System.Text;
using ZXing.QrCode.Internal;

namespace Coulisse.Screens.Codes;

/// <summary>A text as a QR code, drawn as one path.</summary>
internal static class CodeDrawing
{
    /// <summary>What stays white around it, so that a camera finds it.</summary>
    private const int Quiet = 4;

    /// <summary>How many squares it is wide, and the path of the dark ones.</summary>
    internal static (int Width, string Path) Of(string text)
    {
        var code = ZXing.QrCode.Internal.Encoder.encode(text, ErrorCorrectionLevel.M).Matrix;
        var path = new StringBuilder();
        for (var y = 0; y < code.Height; y++)
        {
            for (var x = 0; x < code.Width; x++)
            {
                var begin = x;
                while (x < code.Width && code[x, y] == 1)
                    x++;
                if (x > begin)
                    path.Append(CultureInfo.InvariantCulture,
                        $"M{begin + Quiet} {y + Quiet}h{x - begin}v1h-{x - begin}z");
            }
        }
        return (code.Width + 2 * Quiet, path.ToString());
    }
}
