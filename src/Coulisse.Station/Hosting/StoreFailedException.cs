namespace Coulisse.Station.Hosting;

/// <summary>The station could not write to its disk: nothing of what was asked was taken.</summary>
#pragma warning disable CA1032 // Its one sentence is all there is to say.
internal sealed class StoreFailedException() : Exception("The station cannot write to its disk now.")
#pragma warning restore CA1032
{
}
