namespace Coulisse.Signals.Storage;

/// <summary>The page's file cannot be used; the message says what to do and names no content.</summary>
public sealed class PageStoreException(string message) : IOException(message);
