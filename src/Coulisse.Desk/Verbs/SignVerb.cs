using System.CommandLine;
using System.Net.Http.Json;
using System.Text.Json;
using Coulisse.Door;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary><c>sign</c>, of whatever both sides sign.</summary>
internal static class SignVerb
{
    /// <param name="place">The address at which it is signed.</param>
    /// <param name="what">What is signed, and an example.</param>
    /// <param name="digitsOf">What the digits were shown with.</param>
    internal static Command Build(string place, string what, string digitsOf)
    {
        var (desk, json) = (DeskOptions.Desk(), DeskOptions.Json());
        var room = new Argument<string>("ROOM") { Description = "The first digits of the room's name." };
        var digits = new Argument<string>("DIGITS") { Description = $"The digits that were shown with {digitsOf}" };
        var command = new Command("sign", what) { room, digits, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var said = await door.PostAsync(DoorCaller.Of(place, parsed.GetRequiredValue(room)),
                JsonContent.Create(new SignQuestion(parsed.GetRequiredValue(digits)), DoorJson.Default.SignQuestion),
                DoorJson.Default.MessageAnswer, cancel);
            Console.Out.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(said, DoorJson.Default.MessageAnswer)
                : $"Signed, as message {said.Order}; it counts once our station has taken it.");
            return ExitCode.Success;
        }));
        return command;
    }
}
