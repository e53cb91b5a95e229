using System.Security.Cryptography;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Values;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Records;

namespace Coulisse.Desk.LineCharters;

/// <summary>Terms of a whole line, as both sides sign them.</summary>
/// <remarks><c>protocol/rooms.md</c>: <code>
/// struct { uint64 number; opaque follows[32]; RoomCharter terms; } LineCharter;   // its hash: SHA-256 of this</code>
/// </remarks>
/// <param name="Number">Above that of every charter that who proposes it knows of; the highest that both have signed
/// holds.</param>
/// <param name="Follows">The hash of the one that held when it was proposed; zeros for the first.</param>
/// <param name="Terms">What it says.</param>
public sealed record LineCharter(ulong Number, Opaque Follows, RoomCharter Terms) : IWireValue<LineCharter>
{
    /// <summary>What the first one follows.</summary>
    internal static Opaque None { get; } = Opaque.Owning(new byte[ActLimits.HashBytes]);

    /// <summary>By what it is named: the same at both ends only if all of it is.</summary>
    public Opaque Hash() => Opaque.Owning(SHA256.HashData(WireValue.Encode(this).Span));

    /// <summary>What is signed of it.</summary>
    internal RecordTerms On(LineParties line) => RecordTerms.OfLine(line, Hash());

    /// <summary>The one that an act proposes.</summary>
    internal static LineCharter Of(ulong number, Octets follows, Charter terms) =>
        new(number, Opaque.CopyOf(follows.Span), new(terms));

    /// <inheritdoc/>
    public static LineCharter Read(ref TlsReader reader)
    {
        var charter = new LineCharter(reader.ReadUInt64(), Opaque.CopyOf(reader.ReadFixed(ActLimits.HashBytes)),
            RoomCharter.Read(ref reader));
        return charter.Number is 0 or > ActLimits.CharterNumberMax || !charter.Terms.IsFit
            ? throw reader.Refuse(DecodeCode.BadContent, "Terms of a line to which nobody could agree.") : charter;
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt64(Number);
        writer.WriteFixed(Follows.Span);
        Terms.Write(writer);
    }
}
