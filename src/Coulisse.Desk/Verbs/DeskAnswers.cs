using System.Text.Json.Serialization;

namespace Coulisse.Desk.Verbs;

/// <summary>A desk that was made: whose, its identifier, the seal that it takes for its party's, and its
/// files.</summary>
internal sealed record NewDeskAnswer(string Party, string Desk, string Key, string Fingerprint, string Folder,
    string Vault, string Request, string Enrolment);

/// <summary>A desk that is open: whose, which office with which mandate and until when, and whether that is in force,
/// by a name; with whom its lines are, and its folder, for <c>--desk</c>.</summary>
internal sealed record OpenDeskAnswer(string Party, string Desk, string Office, string Mandate, DateTimeOffset Until,
    string Force, IReadOnlyList<string> With, string Folder);

/// <summary>A file that was written: a vault under another passphrase, a text for the page; or a record, and whether
/// both have signed it.</summary>
internal sealed record WrittenAnswer(string File, bool? IsCountersigned = null);

/// <summary>How these are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NewDeskAnswer))]
[JsonSerializable(typeof(OpenDeskAnswer))]
[JsonSerializable(typeof(WrittenAnswer))]
internal sealed partial class DeskJson : JsonSerializerContext;
