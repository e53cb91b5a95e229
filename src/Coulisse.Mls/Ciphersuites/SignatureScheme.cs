namespace Coulisse.Mls.Ciphersuites;

/// <summary>How members of a group sign: the numbers of RFC 8446 §4.2.3.</summary>
public enum SignatureScheme : ushort
{
    Ed25519 = 0x0807,
}
