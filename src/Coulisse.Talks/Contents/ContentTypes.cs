namespace Coulisse.Talks.Contents;

/// <summary>Content types that this library reads.</summary>
public static class ContentTypes
{
    /// <summary>Words without markup.</summary>
    public const string Plain = "text/plain;charset=utf-8";

    /// <summary>An act: CBOR of protocol/talks.md.</summary>
    public const string Act = "application/vnd.coulisse.act+cbor";
}
