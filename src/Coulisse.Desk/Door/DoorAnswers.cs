using System.Text.Json.Serialization;

namespace Coulisse.Desk.Door;

/// <summary>A person at a desk, by what their party's seal says: never a name without its party.</summary>
internal sealed record PersonAnswer(string Party, string Office, string? Mandate, string Desk, bool IsOurs);

/// <summary>When a message reached a rung.</summary>
internal sealed record RungAnswer(string Rung, DateTimeOffset At);

/// <summary>One message.</summary>
internal sealed record MessageAnswer(ulong Order, PersonAnswer Author, ulong Number, string Rung,
    IReadOnlyList<RungAnswer> Rungs, uint MissingBefore, string Text);

/// <summary>One room.</summary>
internal sealed record RoomAnswer(string Room, string Status, string Words, string? Purpose, string? Excluded,
    PersonAnswer Counterpart, string Turn, ulong? Epoch, string? Tag, IReadOnlyList<PersonAnswer> Members,
        ulong Messages,
    int Waiting);

/// <summary>What went wrong, and when it was noticed.</summary>
internal sealed record AlarmAnswer(DateTimeOffset At, string What, string? Room, string Words);

/// <summary>The line.</summary>
internal sealed record LineAnswer(string Line, PersonAnswer We, string Them, string State, string Words,
    DateTimeOffset Since, bool IsFrozen, ulong Missing, int Waiting, IReadOnlyList<PersonAnswer> Theirs,
    IReadOnlyList<RoomAnswer> Rooms, IReadOnlyList<string> Warnings, IReadOnlyList<AlarmAnswer> Alarms);

/// <summary>What is told to who follows a room: exactly one of the fields.</summary>
internal sealed record NewsAnswer(MessageAnswer? Message = null, MessageAnswer? Further = null, RoomAnswer? Room = null,
    LineAnswer? Line = null, AlarmAnswer? Alarm = null);

/// <summary>What a person asks for when opening a room.</summary>
internal sealed record RoomQuestion(string With, string Purpose, string Excluded);

/// <summary>Why something was not done, and the exit code that says so.</summary>
internal sealed record RefusedAnswer(string Sentence, int Code);

/// <summary>How these are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LineAnswer))]
[JsonSerializable(typeof(IReadOnlyList<RoomAnswer>))]
[JsonSerializable(typeof(IReadOnlyList<MessageAnswer>))]
[JsonSerializable(typeof(NewsAnswer))]
[JsonSerializable(typeof(RoomQuestion))]
[JsonSerializable(typeof(RefusedAnswer))]
internal sealed partial class DoorJson : JsonSerializerContext;
