using Coulisse.Door;

namespace Coulisse.Screens.Drawing;

/// <summary>A piece of a screen that has the desk do something: one thing at a time, with its answer.</summary>
public abstract class Asking : Watching
{
    /// <summary>Whether the desk is being asked.</summary>
    protected bool IsActing { get; private set; }

    /// <summary>Why it was not done; null if it was, or nothing was asked.</summary>
    protected RefusedAnswer? Refused { get; set; }

    /// <summary>What was done, in a sentence.</summary>
    protected string? Done { get; set; }

    /// <summary>Asks the desk, unless it is being asked; what it gives, or null with <see cref="Refused"/>.</summary>
    /// <param name="ask">The question.</param>
    /// <param name="doubt">The key of the phrase that is said if nobody answers.</param>
    private protected async Task<T?> AskAsync<T>(Func<Task<Answer<T>>> ask, string doubt = "sheet.no-desk")
        where T : class
    {
        if (IsActing)
            return null;
        (IsActing, Refused, Done) = (true, null, null);
        try
        {
            var answer = await ask();
            Refused = answer switch
            {
                Answer<T>.Given => null,
                Answer<T>.Refused refused => refused.Why,
                _ => new(L[doubt], Reason.Own),
            };
            return answer is Answer<T>.Given given ? given.Value : null;
        }
        finally
        {
            IsActing = false;
        }
    }
}
