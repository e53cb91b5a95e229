using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;

namespace Coulisse.Terminal;

/// <summary>The one place where a verb of any of our programs ends.</summary>
public static class Verb
{
    /// <summary>Runs a verb to its exit code; a refusal becomes its one sentence on standard error.</summary>
    public static int Run(Func<ExitCode> verb)
    {
        ArgumentNullException.ThrowIfNull(verb);
        try
        {
            return (int)verb();
        }
        catch (Refusal refusal)
        {
            return End(refusal);
        }
    }

    /// <summary>The same for a verb that waits.</summary>
    public static async Task<int> RunAsync(Func<Task<ExitCode>> verb)
    {
        ArgumentNullException.ThrowIfNull(verb);
        try
        {
            return (int)await verb().ConfigureAwait(false);
        }
        catch (Refusal refusal)
        {
            return End(refusal);
        }
    }

    /// <summary>Runs the verb that was typed; what was not understood is a sentence too.</summary>
    /// <param name="root">The program's verbs.</param>
    /// <param name="arguments">What was typed.</param>
    /// <param name="program">What the user calls the program, as "coulisse desk".</param>
    public static async Task<int> StartAsync(RootCommand root, string[] arguments, string program)
    {
        ArgumentNullException.ThrowIfNull(root);
        var parsed = root.Parse(arguments);
        if (parsed.Action is HelpAction)
            return Help(parsed, program);
        if (parsed.Action is not ParseErrorAction)
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null, // signals are a server's, which ends in order
            }).ConfigureAwait(false);
        Say($"{parsed.Errors[0].Message} See: {program} --help");
        return (int)ExitCode.Usage;
    }

    // Written for the file's name, which nobody types.
    private static int Help(ParseResult parsed, string program)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var code = parsed.Invoke(new InvocationConfiguration { Output = text });
        Console.Out.Write(text.ToString().Replace($"  {RootCommand.ExecutableName} ", $"  {program} ",
            StringComparison.Ordinal));
        return code;
    }

    /// <summary>One sentence on standard error. A name in it may come from anywhere; nothing in it may steer the
    /// terminal.</summary>
    public static void Say(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        Console.Error.WriteLine($"coulisse: {PlainLine.Of(sentence)}");
    }

    private static int End(Refusal refusal)
    {
        Say(refusal.Message);
        return (int)refusal.Code;
    }
}
