using System.Reflection;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Wire.Tests.Lines;

/// <summary>The list in protocol/line.md and the types say the same: a field more fails here first.</summary>
[Trait("Row", "17")]
public sealed class WhatAStationSeesIsPublished
{
    [Fact]
    public void Every_field_of_everything_a_station_reads_stands_in_the_published_list()
    {
        var published = Published();
        var types = published.Keys.Select(name => Type(name)).ToList();
        foreach (var type in types)
            Assert.Equal(published[type.Name], Fields(type));
    }

    [Fact]
    public void Everything_that_travels_is_in_the_list_or_made_of_what_is()
    {
        string[] made =
        [
            // wholly made of the others, or of a place and a hash
            nameof(CarriedEntry), nameof(CarriedStanding), nameof(EntryPlace), nameof(EntryLink),
            nameof(SequenceRange), nameof(Delivery), nameof(DeskOffer),
            // travels on no line: a file of public keys that people put into their own station's folder
            nameof(DeskEnrolment),
        ];
        var travelling = typeof(Envelope).Assembly.GetTypes()
            .Where(type => type.Namespace is "Coulisse.Wire.Lines" or "Coulisse.Wire.Desks" && !type.IsNested
                && type.GetInterfaces().Any(one => one.Name.StartsWith("IWireValue", StringComparison.Ordinal)))
            .Select(type => type.Name);
        Assert.Equal(travelling.Order(StringComparer.Ordinal),
            Published().Keys.Concat(made).Order(StringComparer.Ordinal));
    }

    private static Dictionary<string, string> Published()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "protocol", "line.md"));
        var block = text.Split("<!-- visible:start -->")[1].Split("<!-- visible:end -->")[0];
        return block.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(": ")).ToDictionary(parts => parts[0], parts => parts[1]);
    }

    private static Type Type(string name) => typeof(Envelope).Assembly.GetTypes().Single(type => type.Name == name
        && type.Namespace is "Coulisse.Wire.Lines" or "Coulisse.Wire.Desks" && type.Name == name);

    // The fields that are written are those of the constructor, in its order.
    private static string Fields(Type type) => string.Join(", ", type.GetConstructors(
        BindingFlags.Public | BindingFlags.Instance).Single().GetParameters().Select(one => one.Name));
}
