using System.Collections.Immutable;
using Coulisse.Talks.Cbor;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;

namespace Coulisse.Talks.Acts;

/// <summary>
/// The fields of an act in the order of their keys, in both directions: each call writes the value given, or reads one
/// and gives it. So an act has one description, and what is written is held to the limits of what is read.
/// </summary>
internal ref struct ActFlow
{
    private CborReader reader;
    private readonly CborWriter? writer;
    private ulong key = 1; // 0 is the kind
    private int left;
    private ulong? next;

    private ActFlow(CborReader reader, CborWriter? writer, int left)
    {
        this.reader = reader;
        this.writer = writer;
        this.left = left;
    }

    /// <summary>The first thing that is wrong.</summary>
    internal Refusal? Fault { get; private set; }

    internal int Written { get; private set; }

    internal static ActFlow Reading(CborReader reader, int fields) => new(reader, null, fields);

    internal static ActFlow Writing(CborWriter writer) => new(default, writer, 0);

    /// <summary>Read to the last field and byte: what has more is not understood, and so not acted on.</summary>
    internal readonly bool IsWhole => Fault is null && left == 0 && next is null && reader.IsWhole;

    internal MessageId Id(MessageId? value)
    {
        var bytes = Fixed(value is { } id ? Octets.CopyOf(id.ToBytes()) : null, MessageId.Bytes);
        return bytes.Length == MessageId.Bytes ? Named(MessageId.From(bytes.Span)) : default;
    }

    /// <summary>Left out where there is none.</summary>
    internal MessageId MayId(MessageId? value) => IsThere(value is { IsNone: false }) ? Id(value) : default;

    internal DelegateId Person(DelegateId? value)
    {
        var bytes = Fixed(value is { } id ? Octets.CopyOf(id.ToBytes()) : null, DelegateId.Bytes);
        return bytes.Length == DelegateId.Bytes ? DelegateId.From(bytes.Span) : default;
    }

    internal Octets Fixed(Octets? value, int length) => Bytes(value, length, length);

    internal Octets Bytes(Octets? value, int min, int max)
    {
        var bytes = Begin() ? value!.Value : Octets.CopyOf(reader.ByteString(max));
        writer?.ByteString(bytes.Span);
        return Held(bytes, bytes.Length >= min && bytes.Length <= max, value is null ? Refusal.NotAnAct
            : Refusal.WrongLength);
    }

    internal ulong Number(ulong? value, ulong min, ulong max)
    {
        if (!Begin())
            return reader.UInt(max) is var read && read >= min ? read : Held(min, false, Refusal.NotAnAct);
        writer!.UInt(value!.Value);
        return Held(value.Value, value.Value >= min && value.Value <= max, Refusal.NumberOutOfRange);
    }

    internal bool Flag(bool? value)
    {
        if (!Begin())
            return reader.Boolean();
        writer!.Boolean(value!.Value);
        return value.Value;
    }

    internal int Signed(int? value, int min, int max)
    {
        long number = value ?? 0;
        if (Begin())
            writer!.Int(number);
        else
            number = reader.Int();
        return number >= min && number <= max ? (int)number : Held(0, false, Refusal.NumberOutOfRange);
    }

    internal Instant Moment(Instant? value)
    {
        // Before 1970 there was no line: that is out of range, as what is too late is.
        ulong? given = value is not { } at ? null
            : at < NodaConstants.UnixEpoch ? ulong.MaxValue : (ulong)at.ToUnixTimeSeconds();
        var seconds = Number(given, 0, ActLimits.SecondsMax);
        return Instant.FromUnixTimeSeconds((long)Math.Min(seconds, ActLimits.SecondsMax));
    }

    internal string Text(string? value, int scalarsMax)
    {
        if (!Begin())
            value = reader.Text(scalarsMax * 4);
        else
            writer!.Text(value!);
        Fault ??= WordsCbor.FaultOf(value!, scalarsMax);
        return value!;
    }

    internal string Language(string? value)
    {
        if (!Begin())
            return Tag(reader.Text(LanguageTag.CharactersMax));
        writer!.Text(value!);
        return Tag(value!);
    }

    internal TextRange Range(TextRange? value)
    {
        if (Begin())
        {
            writer!.Array(2);
            writer.UInt((ulong)Math.Max(0, value!.Value.Start));
            writer.UInt((ulong)Math.Max(0, value.Value.End));
            return Held(value.Value, value.Value.Start >= 0 && value.Value.End > value.Value.Start, Refusal.NoWords);
        }
        var pair = reader.Array(2) == 2;
        var range = new TextRange((int)reader.UInt(int.MaxValue), (int)reader.UInt(int.MaxValue));
        return Held(range, pair && range.End > range.Start, Refusal.NotAnAct);
    }

    internal ImmutableArray<Wording> Words(ImmutableArray<Wording>? value, int scalarsMax)
    {
        if (Begin())
            WordsCbor.Write(writer!, value!.Value);
        var words = value ?? WordsCbor.Read(ref reader, scalarsMax);
        Fault ??= WordsCbor.FaultOf(words, scalarsMax);
        return words;
    }

    /// <summary>Left out where there are none.</summary>
    internal ImmutableArray<Wording> MayWords(ImmutableArray<Wording>? value, int scalarsMax) =>
        IsThere(value is { IsDefaultOrEmpty: false }) ? Words(value, scalarsMax) : [];

    internal ImmutableArray<ImmutableArray<Wording>> Items(ImmutableArray<ImmutableArray<Wording>>? value)
    {
        if (Begin())
        {
            writer!.Array(value!.Value.Length);
            foreach (var item in value.Value)
                WordsCbor.Write(writer, item);
        }
        return Counted(value ?? ReadItems(), item => item);
    }

    internal ImmutableArray<ItemUnderstood> Understood(ImmutableArray<ItemUnderstood>? value)
    {
        if (Begin())
        {
            writer!.Array(value!.Value.Length);
            foreach (var item in value.Value)
            {
                writer.Array(2);
                writer.UInt(item.Item);
                WordsCbor.Write(writer, item.Words);
            }
        }
        return Counted(value ?? ReadUnderstood(), item => item.Words);
    }

    // Writing: true, and the key is written. Reading: false, and the key that comes must be this one.
    private bool Begin()
    {
        if (writer is null)
        {
            if (Peek() != key)
                Fault ??= Refusal.NotAnAct;
            next = null;
        }
        else
        {
            writer.UInt(key);
            Written++;
        }
        key++;
        return writer is not null;
    }

    internal bool IsThere(bool isGiven)
    {
        if (writer is null ? Peek() == key : isGiven)
            return true;
        key++;
        return false;
    }

    private ulong? Peek()
    {
        if (next is null && left > 0)
        {
            left--;
            next = reader.UInt(ulong.MaxValue);
        }
        return next;
    }

    internal void Demand(bool holds, Refusal otherwise) => Held(0, holds, otherwise);

    private MessageId Named(MessageId id) => Held(id, !id.IsNone, Refusal.NoSuchMatter);

    private T Held<T>(T value, bool holds, Refusal otherwise)
    {
        if (!holds)
            Fault ??= otherwise;
        return value;
    }

    private string Tag(string tag) => Held(tag, LanguageTag.IsWellFormed(tag), Refusal.NotALanguage);

    private ImmutableArray<ImmutableArray<Wording>> ReadItems()
    {
        var items = ImmutableArray.CreateBuilder<ImmutableArray<Wording>>();
        for (var count = reader.Array(ActLimits.ItemsMax); count > 0 && !reader.IsBroken; count--)
            items.Add(WordsCbor.Read(ref reader, ActLimits.WordsScalarsMax));
        return items.ToImmutable();
    }

    private ImmutableArray<ItemUnderstood> ReadUnderstood()
    {
        var items = ImmutableArray.CreateBuilder<ItemUnderstood>();
        for (var count = reader.Array(ActLimits.ItemsMax); count > 0 && !reader.IsBroken; count--)
        {
            Held(0, reader.Array(2) == 2, Refusal.NotAnAct);
            var number = (uint)reader.UInt(ActLimits.ItemsMax);
            items.Add(new(number, WordsCbor.Read(ref reader, ActLimits.WordsScalarsMax)));
        }
        return items.ToImmutable();
    }

    private ImmutableArray<T> Counted<T>(ImmutableArray<T> items, Func<T, ImmutableArray<Wording>> wordsOf)
    {
        Held(items, !items.IsDefaultOrEmpty, Refusal.NoWords);
        Held(items, items.IsDefaultOrEmpty || items.Length <= ActLimits.ItemsMax, Refusal.TooManyItems);
        foreach (var item in items)
            Fault ??= WordsCbor.FaultOf(wordsOf(item), ActLimits.WordsScalarsMax);
        return items;
    }
}
