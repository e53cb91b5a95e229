namespace Coulisse.Wire.Statements;

/// <summary>Where in a file, in three ways at once.</summary>
/// <param name="Line">The line of the file as it is now, from 1.</param>
/// <param name="ByteOfLine">The byte of that line, from 1; the LF that ends a line is its last byte.</param>
/// <param name="Offset">The byte of the file, from 0.</param>
public readonly record struct FilePlace(int Line, int ByteOfLine, long Offset);
