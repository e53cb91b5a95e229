using Coulisse.Crypto.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Hosting;

/// <summary>Takes a bundle to the other station of a line and brings its own back.</summary>
internal interface ILineCaller
{
    /// <summary>The other station's bundle; null if it was not reached within so long, or answered in another way.
    /// Never throws but when cancelled.</summary>
    Task<Opaque?> CallAsync(LineId line, Opaque bundle, TimeSpan patience, CancellationToken cancel);

    /// <summary>Why the last call of a line brought nothing back.</summary>
    CallFailure FailureOf(LineId line);
}
