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
