using Spectre.Console;

namespace Coulisse.Terminal;

/// <summary>Names and values for a person: a table on a terminal, plain lines when the output goes elsewhere.</summary>
public static class Facts
{
    /// <summary>A heading, then the facts in their order, on standard output.</summary>
    public static void Write(string heading, params IEnumerable<(string Name, string Value)> facts)
    {
        if (Console.IsOutputRedirected)
        {
            Console.Out.WriteLine(heading);
            foreach (var (name, value) in facts)
                Console.Out.WriteLine($"{name}: {value}");
            return;
        }
        AnsiConsole.Write(new Text(heading + "\n", new Style(decoration: Decoration.Bold)));
        var table = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var (name, value) in facts)
            table.AddRow(new Text(name, new Style(decoration: Decoration.Dim)), new Text(value));
        AnsiConsole.Write(table);
    }
}
