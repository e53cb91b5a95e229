using System.Buffers;
using System.Buffers.Binary;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Hosting;

/// <summary>What a desk of the own side calls: submissions and reports up, one stream of deliveries down.</summary>
internal static class DeskEndpoints
{
    private const int ReportsBytesMax = 1024 * 1024;

    internal static void Map(IEndpointRouteBuilder station)
    {
        station.MapPost("/desk/submissions", SubmitAsync);
        station.MapPost("/desk/reports/{line}", ReportAsync);
        station.MapPost("/desk/offers/{line}", OfferAsync);
        station.MapGet("/desk/deliveries", ListenAsync);
    }

    private static async Task SubmitAsync(HttpContext context)
    {
        if (DeskOf(context) is not { } desk)
            return;
        var cancel = context.RequestAborted;
        if (await RequestBody.ReadAsync(context.Request, LineLimits.SubmissionBytesMax, cancel) is not { } submission)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        var verdict = await VerdictAsync(Loop(context), desk, submission, cancel);
        await context.Response.Body.WriteAsync(WireValue.Encode(verdict).ToArray(), cancel);
    }

    // What is not on the disk was not taken, and the desk is told that it is the disk: the same bytes come again.
    private static async Task<Verdict> VerdictAsync(
        StationLoop loop, Opaque desk, Opaque submission, CancellationToken cancel)
    {
        try
        {
            return await loop.SubmitAsync(desk, submission, cancel);
        }
        catch (StoreFailedException)
        {
            return Verdict.NotStored;
        }
    }

    private static async Task ReportAsync(HttpContext context)
    {
        if (DeskOf(context) is not { } desk)
            return;
        var cancel = context.RequestAborted;
        var body = await RequestBody.ReadAsync(context.Request, ReportsBytesMax, cancel);
        if (body is not { } bytes || Reports(bytes) is not { } reports
            || !Opaque.TryFromHex(context.Request.RouteValues["line"] as string, LineId.Bytes, out var line))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        await Loop(context).ReportAsync(desk, new(line), reports, cancel);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private static async Task OfferAsync(HttpContext context)
    {
        if (DeskOf(context) is not { } desk)
            return;
        var cancel = context.RequestAborted;
        var body = await RequestBody.ReadAsync(context.Request, DeskOffer.BytesMax, cancel);
        if (body is not { } bytes || Offer(bytes) is not { } offer
            || !Opaque.TryFromHex(context.Request.RouteValues["line"] as string, LineId.Bytes, out var line))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        await Loop(context).OfferAsync(desk, new(line), offer, bytes.Length, cancel);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    // Each delivery is led by its length, uint32; the stream ends when the desk should begin anew.
    private static async Task ListenAsync(HttpContext context)
    {
        if (DeskOf(context) is not { } desk)
            return;
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await GiveAsync(context, desk, either.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // the stream ends with the station; the desk comes again
        }
    }

    private static async Task GiveAsync(HttpContext context, Opaque desk, CancellationToken cancel)
    {
        await context.Response.Body.FlushAsync(cancel);
        var bytes = new ArrayBufferWriter<byte>();
        await foreach (var delivery in Loop(context).ListenAsync(desk, cancel))
        {
            bytes.ResetWrittenCount();
            var encoded = WireValue.Encode(delivery);
            BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(4), encoded.Length);
            bytes.Advance(4);
            bytes.Write(encoded.Span);
            await context.Response.Body.WriteAsync(bytes.WrittenMemory, cancel);
            await context.Response.Body.FlushAsync(cancel);
        }
    }

    private static Opaque? DeskOf(HttpContext context)
    {
        if (context.RequestServices.GetRequiredService<KnownCallers>().DeskOf(context) is { } desk)
            return desk;
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return null;
    }

    private static WireList<LogReport>? Reports(Opaque bytes)
    {
        try
        {
            var reader = new TlsReader(bytes.Span);
            var reports = WireList.Read<LogReport>(ref reader, ReportsBytesMax, 2 * LineLimits.IncarnationsMax);
            reader.End();
            return reports;
        }
        catch (DecodeException)
        {
            return null;
        }
    }

    private static DeskOffer? Offer(Opaque bytes)
    {
        try
        {
            return WireValue.Decode<DeskOffer>(bytes.Span);
        }
        catch (DecodeException)
        {
            return null;
        }
    }

    private static StationLoop Loop(HttpContext context) => context.RequestServices.GetRequiredService<StationLoop>();
}
