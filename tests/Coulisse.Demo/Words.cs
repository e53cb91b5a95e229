using System.Security.Cryptography;

namespace Coulisse.Demo;

/// <summary>Passphrases for the demo's people: six words, drawn anew for each demo page.</summary>
internal static class Words
{
    private static readonly string[] All = ("amber anchor apple arrow autumn barley basin beacon birch bridge candle canal cedar chalk cherry cliff clover cobalt "
        + "copper coral cotton cradle crane delta drift dune ember engine fable falcon fern ferry field flint forest fountain garden garnet ginger glacier "
        + "granite harbor harvest hazel heron hollow island ivory jasmine juniper kettle lantern laurel lemon linen lumber maple marble meadow mirror "
        + "mosaic nectar needle nickel oasis olive orchard otter oyster paper parcel pepper pigeon pillow planet plaza pollen quarry quartz quiver raven "
        + "reed ribbon river saddle saffron sail sandal shutter silver spruce stable summit sunset tablet thistle timber tower tulip tunnel umber valley "
        + "velvet violet walnut willow window winter yarrow zephyr").Split(' ');

    public static string Passphrase() => string.Join(' ', RandomNumberGenerator.GetItems(All.AsSpan(), 6));
}
