namespace Coulisse.Screens.Tests.Hosting;

/// <summary>Tests that use the whole machine by themselves, after all others.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
