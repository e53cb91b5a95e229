using System.Collections;
using System.Globalization;
using System.Text;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;

namespace Coulisse.Talks.Tests.Scenes;

/// <summary>Everything a talk shows, as text: what two desks are compared by.</summary>
internal static class Printed
{
    internal static string Of(Talk talk, Instant now)
    {
        var text = new StringBuilder();
        foreach (var property in typeof(Talk).GetProperties().Where(one => one.GetIndexParameters().Length == 0
            && one.GetMethod is { IsStatic: false }).OrderBy(one => one.Name, StringComparer.Ordinal))
            Print(text.Append('\n').Append(property.Name).Append(": "), property.GetValue(talk));
        foreach (var method in typeof(Talk).GetMethods().Where(one => one.GetParameters() is [{ } only]
            && only.ParameterType == typeof(Instant)).OrderBy(one => one.Name, StringComparer.Ordinal))
            Print(text.Append('\n').Append(method.Name).Append(": "), method.Invoke(talk, [now]));
        return text.ToString();
    }

    private static void Print(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append('-');
                break;
            case Wording words:
                text.Append(words.Language).Append('=').Append(words.Text);
                break;
            case TranscriptEntry entry:
                text.Append(entry.Id.ToString()[..8]);
                break;
            case MessageId id:
                text.Append(id.ToString()[..8]);
                break;
            case Person person:
                text.Append(person.Office).Append('@').Append(person.Side);
                break;
            case TalkAct act:
                text.Append(act.Kind);
                break;
            case string or DelegateId or Octets or Instant or IFormattable:
                text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            case IEnumerable many:
                text.Append('[');
                foreach (var one in many)
                {
                    Print(text, one);
                    text.Append(one is Matter ? "\n  " : ", ");
                }
                text.Append(']');
                break;
            default:
                Members(text, value);
                break;
        }
    }

    private static void Members(StringBuilder text, object value)
    {
        if (value.GetType().IsPrimitive)
        {
            text.Append(value);
            return;
        }
        text.Append('{');
        foreach (var property in value.GetType().GetProperties().Where(one => one.GetIndexParameters().Length == 0
            && one.GetMethod is { IsStatic: false })
            .Where(one => one.Name is not "EqualityContract" and not "Held"))
            Print(text.Append(property.Name).Append(' '), property.GetValue(value));
        text.Append('}');
    }
}
