using NodaTime;

namespace Coulisse.Signals.Translations;

/// <summary>What a machine made of a text, or why it made nothing.</summary>
public abstract record MachineWords
{
    private MachineWords() { }

    /// <param name="Engine">Its name, for the label.</param>
    public sealed record Made(string Title, string Body, string Engine, Instant MadeAt) : MachineWords;

    public sealed record NotMade(MachineFault Fault) : MachineWords;
}
