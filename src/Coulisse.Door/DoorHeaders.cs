namespace Coulisse.Door;

/// <summary>What is said with words that pass the door, beside the words.</summary>
public static class DoorHeaders
{
    /// <summary>A header's name: what a message's precedence is.</summary>
    public const string Precedence = "Coulisse-Precedence";

    /// <summary>Set by whoever cannot know whether their last words were taken: the same words again are asked
    /// about.</summary>
    public const string Once = "Coulisse-Once";

    /// <summary>Set by whoever may have another room in mind: <see cref="AskRoom"/>, or <see cref="ThisRoom"/> once
    /// they have been asked; nothing by a program that says nothing twice.</summary>
    public const string Room = "Coulisse-Room";

    /// <summary>Words that were said in another room are asked about.</summary>
    public const string AskRoom = "ask";

    /// <summary>This room is meant; no words are those that were stopped.</summary>
    public const string ThisRoom = "this";
}
