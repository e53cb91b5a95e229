namespace Coulisse.Station.Storage;

/// <summary>
/// A place that only one may have has one already. A second writer is at work, or the store is not the one that was
/// read: nothing may be written by this process any more.
/// </summary>
#pragma warning disable CA1032 // It is only ever thrown with its sentence.
public sealed class PlaceTakenException(string message, Exception? inner) : Exception(message, inner)
#pragma warning restore CA1032
{
}
