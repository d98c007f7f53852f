namespace ScalarTape;

/// <summary>Times workloads, alone or in turns with a peer; prints a line each, minima over the rounds.</summary>
internal sealed class Comparison(int rounds, TimeSpan round, TimeSpan warmUp)
{
    internal void Run(IEnumerable<Workload> workloads, string? command)
    {
        using Peer? peer = command is null ? null : new(command);
        string ours = "name value_ns gradient_ns gradient/value check", theirs = " peer_value_ns peer_gradient_ns ratio median_ratio peer_check peer_mode";
        Console.WriteLine(peer is null ? ours : ours + theirs);
        foreach (Workload workload in workloads)
        {
            Clock.Round(workload.Evaluate, warmUp);
            Clock.Round(workload.Differentiate, warmUp);
            Console.WriteLine(peer is null ? Alone(workload) : Paired(workload, peer));
        }
    }

    private string Alone(Workload workload)
    {
        double value = double.PositiveInfinity, gradient = double.PositiveInfinity;
        for (int i = 0; i < rounds; i++)
        {
            value = Math.Min(value, Clock.Round(workload.Evaluate, round));
            gradient = Math.Min(gradient, Clock.Round(workload.Differentiate, round));
        }
        return $"{workload.Name} {value:F1} {gradient:F1} {gradient / value:F2} {workload.Differentiate():R}";
    }

    private string Paired(Workload workload, Peer peer)
    {
        // A variant of ours is set beside the same function of the peer.
        string name = workload.Name.Split('_')[0];
        double value = double.PositiveInfinity, gradient = value, peerValue = value, peerGradient = value, check = 0;
        string mode = "";
        List<double> ratios = [];
        for (int i = 0; i < rounds; i++)
        {
            double ours = Clock.Round(workload.Differentiate, round);
            (double theirValue, double theirs, string theirMode, check) = peer.Ask(name);
            value = Math.Min(value, Clock.Round(workload.Evaluate, round));
            ratios.Add(ours / theirs);
            gradient = Math.Min(gradient, ours);
            peerValue = Math.Min(peerValue, theirValue);
            if (theirs < peerGradient) { (peerGradient, mode) = (theirs, theirMode); }
        }
        ratios.Sort();
        return $"{workload.Name} {value:F1} {gradient:F1} {gradient / value:F2} {workload.Differentiate():R} "
            + $"{peerValue:F1} {peerGradient:F1} {gradient / peerGradient:F3} {ratios[rounds / 2]:F3} {check:R} {mode}";
    }
}
