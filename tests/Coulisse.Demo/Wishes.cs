namespace Coulisse.Demo;

/// <summary>What the person who called ./demo wants.</summary>
/// <param name="IsOnce">Prove by itself, then end.</param>
/// <param name="IsFresh">Begin with an empty page instead of the one of the last time.</param>
/// <param name="Text">An article of their own to be imported.</param>
/// <param name="Port">Where the page listens; null takes 5080 or the next free one.</param>
/// <param name="Scene">One scene of the story alone; null plays all.</param>
internal sealed record Wishes(bool IsOnce, bool IsFresh, FileInfo? Text, int? Port, string? Scene = null)
{
    private const string Usage = """
        ./demo                 plays a talk over a line and starts the page; Ctrl-C ends both, the next ./demo finds everything there
        ./demo --text FILE     also carries FILE over the line, and imports it into the page as an article saved as text
        ./demo --fresh         begins anew
        ./demo --port N        listens at this port
        ./demo --scene NAME    plays one scene of the talk alone, then ends; a name that is none lists them
        ./demo --once          proves by itself that it works (with --text FILE, else with texts of ours), then ends
        """;

    public static Wishes? Read(string[] arguments, out string refusal)
    {
        refusal = Usage;
        var wishes = new Wishes(false, false, null, null);
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : null;
            switch (arguments[i])
            {
                case "--once": wishes = wishes with { IsOnce = true }; break;
                case "--fresh": wishes = wishes with { IsFresh = true }; break;
                case "--scene" when value is not null: wishes = wishes with { Scene = value }; i++; break;
                case "--text" when value is not null: wishes = wishes with { Text = new FileInfo(value) }; i++; break;
                case "--port" when int.TryParse(value, out var port) && port is > 0 and < 65536: wishes = wishes with { Port = port }; i++; break;
                default: return null;
            }
        }
        if (wishes.Text is not { Exists: false })
            return wishes;
        refusal = $"There is no file '{wishes.Text.FullName}'. Name an article saved as plain text.";
        return null;
    }
}
