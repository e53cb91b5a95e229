using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Coulisse.Signals.Tests.Accounts;

/// <summary>An authenticator without hardware: one ES256 credential, attestation "none" (WebAuthn Level 3 §6,
/// §7).</summary>
internal sealed class SoftPasskey : IDisposable
{
    private const byte UserPresentAndVerified = 0x05;
    private const byte HasCredential = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private string _userHandle = "";
    private uint _count;

    /// <summary>The answer to creation options, as <c>JSON.stringify(credential)</c> gives it.</summary>
    public string Create(string optionsJson, string origin)
    {
        var options = JsonNode.Parse(optionsJson)!;
        _userHandle = options["user"]!["id"]!.GetValue<string>();
        var authenticator = AuthenticatorBytes(options["rp"]!["id"]!.GetValue<string>(),
            UserPresentAndVerified | HasCredential, AttestedCredential());
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"),
            .. Bytes(authenticator)];
        return Credential(new JsonObject
        {
            ["attestationObject"] = Base64Url(attestation),
            ["clientDataJSON"] = Base64Url(ClientData("webauthn.create", options, origin)),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>The answer to request options.</summary>
    public string Get(string optionsJson, string origin)
    {
        var options = JsonNode.Parse(optionsJson)!;
        var authenticator = AuthenticatorBytes(options["rpId"]!.GetValue<string>(), UserPresentAndVerified, []);
        var client = ClientData("webauthn.get", options, origin);
        var signature = _key.SignData([.. authenticator, .. SHA256.HashData(client)], HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new JsonObject
        {
            ["authenticatorData"] = Base64Url(authenticator),
            ["clientDataJSON"] = Base64Url(client),
            ["signature"] = Base64Url(signature),
            ["userHandle"] = _userHandle,
        });
    }

    public void Dispose() => _key.Dispose();

    private string Credential(JsonObject response) => new JsonObject
    {
        ["id"] = Base64Url(_id),
        ["rawId"] = Base64Url(_id),
        ["type"] = "public-key",
        ["clientExtensionResults"] = new JsonObject(),
        ["authenticatorAttachment"] = "platform",
        ["response"] = response,
    }.ToJsonString();

    private byte[] AuthenticatorBytes(string domain, byte flags, byte[] rest)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, ++_count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(domain)), flags, .. count, .. rest];
    }

    // AAGUID of zeros, the id, and the COSE key {1: 2, 3: -7, -1: 1, -2: x, -3: y} (RFC 9053 §7.1.1).
    private byte[] AttestedCredential()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return
        [
            .. new byte[16], 0, (byte)_id.Length, .. _id,
            0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, .. Bytes(point.X!), 0x22, .. Bytes(point.Y!),
        ];
    }

    private static byte[] ClientData(string type, JsonNode options, string origin) =>
        JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["type"] = type,
            ["challenge"] = options["challenge"]!.GetValue<string>(),
            ["origin"] = origin,
            ["crossOrigin"] = false,
        });

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Bytes(byte[] bytes) => bytes.Length < 24
        ? [(byte)(0x40 + bytes.Length), .. bytes]
        : [0x58, checked((byte)bytes.Length), .. bytes];

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
