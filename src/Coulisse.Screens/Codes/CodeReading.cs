using ZXing;
using ZXing.Common;
using ZXing.Multi.QrCode;

namespace Coulisse.Screens.Codes;

/// <summary>Finds QR codes in a picture. The browser has made points of the file, in its own confinement; here, where
/// no key is, only their greys are looked at.</summary>
internal static class CodeReading
{
    /// <summary>The browser makes larger pictures smaller.</summary>
    internal const int EdgeMax = 2_000;

    /// <summary>Width and height, two bytes each, lowest first, before the greys.</summary>
    internal const int HeadBytes = 4;

    internal const int BytesMax = HeadBytes + EdgeMax * EdgeMax;

    private static readonly Dictionary<DecodeHintType, object> Hints = new()
    {
        [DecodeHintType.TRY_HARDER] = true,
        [DecodeHintType.POSSIBLE_FORMATS] = new[] { BarcodeFormat.QR_CODE },
    };

    /// <summary>The texts of all codes in it; none if it is no picture of that form.</summary>
    internal static IReadOnlyList<string> Read(byte[] picture)
    {
        if (picture.Length < HeadBytes)
            return [];
        var (width, height) = (picture[0] | picture[1] << 8, picture[2] | picture[3] << 8);
        if (width is 0 or > EdgeMax || height is 0 or > EdgeMax || picture.Length != HeadBytes + width * height)
            return [];
        var greys = new RGBLuminanceSource(picture[HeadBytes..], width, height, RGBLuminanceSource.BitmapFormat.Gray8);
        var found = new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(new HybridBinarizer(greys)), Hints);
        return [.. (found ?? []).Select(one => one.Text).Distinct(StringComparer.Ordinal)];
    }
}
